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
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { FindingView } from './findingView';

/** Which findings an entity page is about; `owner` and `namespace` are for its words. */
export interface EntityFindings {
  filter: FindingView['filter'];
  owner?: string;
  namespace?: string;
}

const NAMESPACE_ANNOTATION = 'backstage.io/kubernetes-namespace';

/**
 * The findings of what a group owns, or of a component: those in its namespace
 * that its owner has, as a namespace of that name may be others' elsewhere.
 */
export function findingsOfEntity(entity: Entity): EntityFindings | undefined {
  if (entity.kind.toLocaleLowerCase('en-US') === 'group') {
    const owner = stringifyEntityRef(entity);
    return { filter: { owner: [owner] }, owner };
  }
  const owner = ownerOf(entity);
  const namespace = entity.metadata.annotations?.[NAMESPACE_ANNOTATION];
  if (!owner && !namespace) {
    return undefined;
  }
  return {
    filter: {
      ...(owner && { owner: [owner] }),
      ...(namespace && { namespace: [namespace] }),
    },
    owner,
    namespace,
  };
}

function ownerOf(entity: Entity): string | undefined {
  const related = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  )?.targetRef;
  const said = related ?? entity.spec?.owner;
  if (typeof said !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(said, {
        defaultKind: 'group',
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    );
  } catch {
    return undefined;
  }
}
