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

import type { Config } from '@backstage/config';
import { stringifyEntityRef } from '@backstage/catalog-model';

/** One of the story's people, from `demo.users`. */
export interface DemoUser {
  name: string;
  title: string;
  /** Names of groups. */
  memberOf: string[];
}

export function readDemoUsers(config: Config): DemoUser[] {
  return config.getConfigArray('demo.users').map(user => ({
    name: user.getString('name'),
    title: user.getString('title'),
    memberOf: user.getStringArray('memberOf'),
  }));
}

export function userRef(user: DemoUser): string {
  return stringifyEntityRef({
    kind: 'User',
    namespace: 'default',
    name: user.name,
  });
}

export function groupRef(name: string): string {
  return stringifyEntityRef({ kind: 'Group', namespace: 'default', name });
}
