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

import {
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  type Entity,
} from '@backstage/catalog-model';
import type { AuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const MAX_LEVELS = 10;

/**
 * Who a user is and which groups that user is in, by the catalog as it is now
 * and not by a token that is hours old.
 *
 * @throws NotAllowedError for a user that the catalog does not have
 */
export async function membersOf(
  catalog: CatalogService,
  auth: AuthService,
  userRef: string,
): Promise<Set<string>> {
  const credentials = await auth.getOwnServiceCredentials();
  const known = new Set<string>();
  let next = [userRef.toLocaleLowerCase('en-US')];
  for (let level = 0; level < MAX_LEVELS && next.length > 0; level++) {
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: next, fields: ['kind', 'metadata', 'relations'] },
      { credentials },
    );
    if (level === 0 && !items[0]) {
      throw new NotAllowedError(
        `The catalog has no ${userRef}; whoever left cannot decide`,
      );
    }
    next.forEach(ref => known.add(ref));
    next = [...new Set(items.flatMap(groupsOf))].filter(ref => !known.has(ref));
  }
  return known;
}

function groupsOf(entity: Entity | undefined): string[] {
  return (entity?.relations ?? [])
    .filter(
      ({ type }) => type === RELATION_MEMBER_OF || type === RELATION_CHILD_OF,
    )
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}
