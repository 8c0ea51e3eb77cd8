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
import type { PolicyFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useEntityPath } from '../../hooks/useEntityPath';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { observationKindText } from '../../lib/observationText';
import { clusterPlace, policyName, resourceText } from '../../lib/policyText';
import { policyModes } from '../../states';
import { Age } from '../Age';
import { EntityName } from '../EntityName';
import { FactList } from '../FactList';
import { StateBadge } from '../StateBadge';
import styles from './FindingDetails.module.css';

/** What is known of a finding. */
export function FindingFacts(props: { finding: PolicyFinding }) {
  const { finding } = props;
  const { cluster, exceptions = [], mode, owner, policy } = finding;
  const t = useTranslation();
  const links = usePortalLinks();
  const clusterPath = useClusterPath();
  const entityPath = useEntityPath();
  const modeLook = mode && policyModes[mode];
  return (
    <FactList
      facts={[
        [
          t('finding.policy'),
          <>
            <Link href={links.policy(policy)}>{policyName(policy)}</Link>{' '}
            <span className={styles.about}>
              {t(`policyEngine.${policy.engine}`)} · {policy.kind}
            </span>
          </>,
        ],
        [t('finding.rule'), finding.rule],
        [
          t('finding.mode'),
          modeLook && (
            <StateBadge look={modeLook}>{t(modeLook.word)}</StateBadge>
          ),
        ],
        [t('finding.resource'), resourceText(finding.resource)],
        [
          t('finding.cluster'),
          <>
            <EntityName
              name={cluster.name}
              href={clusterPath(cluster.entityRef, 'policy')}
            />{' '}
            <span className={styles.about}>{clusterPlace(cluster)}</span>
          </>,
        ],
        [
          t('finding.owner'),
          owner ? (
            <>
              <EntityName
                name={entityTitle(owner)}
                href={entityPath(owner, 'group')}
              />{' '}
              <span className={styles.about}>
                {t(`finding.ownerFrom_${finding.ownerFrom}`)}
              </span>
            </>
          ) : (
            t('findings.noOwner')
          ),
        ],
        [t('finding.firstSeen'), <Age time={finding.firstSeen} past />],
        [t('finding.lastSeen'), <Age time={finding.lastSeen} past />],
        [
          t('finding.resolvedAt'),
          finding.resolvedAt && <Age time={finding.resolvedAt} past />,
        ],
        [
          t('finding.exceptions'),
          exceptions.length > 0 && (
            <Link href={links.exceptions({ filter: { policy: [policy.id] } })}>
              {exceptions.join(', ')}
            </Link>
          ),
        ],
        [t('finding.source'), observationKindText(finding.source, t)],
      ]}
    />
  );
}
