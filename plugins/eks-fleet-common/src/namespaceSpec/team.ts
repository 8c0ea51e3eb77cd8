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

import { text } from '../clusterSpec/readers';

const TEAM =
  /^group:[a-z0-9][a-z0-9-]{0,62}\/([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)$/;

/** A group whose name is one in Kubernetes too. */
export const teamOwner = text(
  TEAM,
  'the entity reference of a group in lower case whose name has letters, digits and dashes, such as group:default/payments',
);

/**
 * The team of an owner: the name part of a group's entity reference, where it
 * is a name in Kubernetes too.
 *
 * @public
 */
export function teamOf(owner: string): string | undefined {
  return TEAM.exec(owner)?.[1];
}
