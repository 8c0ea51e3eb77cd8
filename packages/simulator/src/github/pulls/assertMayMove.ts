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

import { GithubError } from '../GithubError';
import type { Repository } from '../Repository';

/**
 * Whether a branch may be moved but by a pull request.
 *
 * @throws GithubError where it is protected
 */
export function assertMayMove(repository: Repository, ref: string): void {
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  if (branch !== undefined && repository.protections.has(branch)) {
    throw new GithubError(422, 'Changes must be made through a pull request.');
  }
}
