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

import { Link, Text } from '@backstage/ui';
import type { TargetConflict } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './ConflictList.module.css';

/** What other sources of the catalog say about clusters. */
export function ConflictList(props: {
  conflicts: TargetConflict[];
  foreignClusters: number;
}) {
  const { conflicts, foreignClusters } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  return (
    <div className={styles.conflicts}>
      {conflicts.length > 0 && (
        <section>
          <Text as="h3" variant="body-medium" weight="bold">
            {t('sources.conflicts')}
          </Text>
          <Text as="p" color="secondary">
            {t('sources.conflictsDetail')}
          </Text>
          <ul>
            {conflicts.map(conflict => (
              <li key={`${conflict.entityRef} ${conflict.arn}`}>
                <EntityReference entityRef={conflict.entityRef} />{' '}
                <span className={styles.location}>{conflict.location}</span> →{' '}
                <EntityReference entityRef={conflict.conflictsWith} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {foreignClusters > 0 && (
        <Text as="p">
          <Link href={links.clusters({ filter: { origin: ['foreign'] } })}>
            {t('sources.foreign', { count: foreignClusters })}
          </Link>{' '}
          {t('sources.foreignDetail')}
        </Text>
      )}
    </div>
  );
}

function EntityReference(props: { entityRef: string }) {
  const path = useEntityPath()(props.entityRef);
  return path ? (
    <Link href={path}>{props.entityRef}</Link>
  ) : (
    <>{props.entityRef}</>
  );
}
