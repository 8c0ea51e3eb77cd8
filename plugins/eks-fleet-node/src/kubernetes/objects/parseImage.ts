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

/** What a container image's name says. */
export interface ImageName {
  /** With the registry, without tag and digest. */
  repository: string;
  tag?: string;
}

/** Reads `[<registry>[:<port>]/]<path>[:<tag>][@<digest>]`. */
export function parseImage(image: string): ImageName {
  const [name] = image.split('@');
  const match = /^(.*):([A-Za-z0-9_][A-Za-z0-9._-]*)$/.exec(name);
  return match ? { repository: match[1], tag: match[2] } : { repository: name };
}
