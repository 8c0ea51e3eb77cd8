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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * The full reference of a user or group that somebody typed; `undefined` for
 * what names neither. What has no kind is a user.
 */
export function assigneeRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text.trim(), {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
    const full = stringifyEntityRef(ref);
    return /^(user|group):[^:/\s]+\/[^:/\s]+$/.test(full) ? full : undefined;
  } catch {
    return undefined;
  }
}
