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

import type { ConfigApi } from '@backstage/core-plugin-api';

/** Somebody of the demo's story whom one can sign in as. */
export interface DemoUser {
  /** Name of the User entity. */
  name: string;
  /** The person's name. */
  title: string;
  /** What they are. */
  role: string;
  /** What they may do and would look at. */
  description?: string;
}

/** Reads `demo.users`; none where it is not configured. */
export function readDemoUsers(config: ConfigApi): DemoUser[] {
  return (config.getOptionalConfigArray('demo.users') ?? []).map(user => ({
    name: user.getString('name'),
    title: user.getString('title'),
    role: user.getString('role'),
    description: user.getOptionalString('description'),
  }));
}

const STORAGE_KEY = 'eks-fleet.demo-user';

/** Who was chosen last, if that is still somebody. */
export function rememberedUser(users: DemoUser[]): DemoUser | undefined {
  const name = localStorage.getItem(STORAGE_KEY);
  return users.find(user => user.name === name);
}

/** Keeps the choice over reloads. */
export function rememberUser(user: DemoUser): void {
  localStorage.setItem(STORAGE_KEY, user.name);
}

/** Asks again with the next load. */
export function forgetUser(): void {
  localStorage.removeItem(STORAGE_KEY);
}
