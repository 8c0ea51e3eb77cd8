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
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { safeUrl } from '../../lib/safeUrl';
import styles from './EntityCluster.module.css';

/** Ways out: the AWS console, CloudWatch and the operator's own. */
export function ClusterLinks(props: { cluster: Cluster }) {
  const t = useTranslation();
  const links = props.cluster.links.filter(({ url }) => safeUrl(url));
  return (
    <EntityInfoCard title={t('cluster.links')}>
      {links.length === 0 ? (
        <Text as="p" color="secondary">
          {t('cluster.noLinks')}
        </Text>
      ) : (
        <ul className={styles.links}>
          {links.map(({ title, url }) => (
            <li key={url}>
              <Link href={url} target="_blank" rel="noopener noreferrer">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </EntityInfoCard>
  );
}
