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

import { Link } from '@backstage/ui';
import type { ClusterPolicies } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './PolicyTab.module.css';

/** The namespaces of a cluster with how many findings each has. */
export function NamespaceList(props: {
  arn: string;
  namespaces: NonNullable<ClusterPolicies['namespaces']>;
}) {
  const { arn, namespaces } = props;
  const t = useTranslation();
  const links = usePortalLinks();
  return (
    <ul className={styles.namespaces} aria-label={t('policyTab.namespaces')}>
      {namespaces.map(({ namespace, findings }) => (
        <li key={namespace}>
          {namespace ? (
            <Link
              href={links.findings({
                filter: { cluster: [arn], namespace: [namespace] },
              })}
            >
              {namespace}
            </Link>
          ) : (
            t('policyTab.noNamespace')
          )}{' '}
          <span className={styles.about}>{findings}</span>
        </li>
      ))}
    </ul>
  );
}
