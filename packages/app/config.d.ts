/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

export interface Config {
  /** The demo; not there in a portal of one's own. */
  demo?: {
    /**
     * Whom one can sign in as, without a password.
     *
     * @deepVisibility frontend
     */
    users?: Array<{
      /** Name of the User entity. */
      name: string;
      /** The person's name. */
      title: string;
      /** What they are. */
      role: string;
      /** What they may do and would look at. */
      description?: string;
    }>;
  };
}
