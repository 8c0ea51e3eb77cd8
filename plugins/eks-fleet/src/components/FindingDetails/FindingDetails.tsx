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
import type { PolicyFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { kubectlCommand } from '../../lib/kubectlCommand';
import {
  observationAgeStates,
  policyResults,
  policySeverities,
} from '../../states';
import { AskException } from '../AskException';
import { DueBadge } from '../DueBadge';
import { FactList } from '../FactList';
import { LinkedText } from '../LinkedText';
import { PolicyLinks } from '../PolicyLinks';
import { Snippet } from '../Snippet';
import { StateBadge } from '../StateBadge';
import { FindingAssignee } from './FindingAssignee';
import { FindingFacts } from './FindingFacts';
import styles from './FindingDetails.module.css';

/** One finding: what it says of what, since when, whose it is, and where to go on. */
export function FindingDetails(props: {
  finding: PolicyFinding;
  /** After something was done with it. */
  onChanged: () => void;
}) {
  const { finding, onChanged } = props;
  const { cluster, policy, properties = {}, resource } = finding;
  const t = useTranslation();
  const links = usePortalLinks();
  const clusterPath = useClusterPath();
  const result = policyResults[finding.result];
  const severity = policySeverities[finding.severity];
  const clusterPolicies = clusterPath(cluster.entityRef, 'policy');
  const command = kubectlCommand(cluster, resource);
  return (
    <div className={styles.finding}>
      <div className={styles.line}>
        <StateBadge look={severity}>{t(severity.word)}</StateBadge>
        <StateBadge look={result}>{t(result.word)}</StateBadge>
        <DueBadge finding={finding} />
        {finding.stale && (
          <StateBadge look={observationAgeStates.stale}>
            {t('findings.stale')}
          </StateBadge>
        )}
      </div>
      {finding.message && (
        <section aria-label={t('finding.message')}>
          <Text as="p" className={styles.message}>
            {finding.message}
          </Text>
        </section>
      )}
      <FindingFacts finding={finding} />
      <FindingAssignee finding={finding} onChanged={onChanged} />
      <AskException finding={finding} />
      {policy.remediation && (
        <section aria-label={t('finding.remediation')}>
          <Text as="h4" variant="body-medium" weight="bold">
            {t('finding.remediation')}
          </Text>
          <p className={styles.message}>
            <LinkedText text={policy.remediation} />
          </p>
        </section>
      )}
      {command && <Snippet title={t('finding.kubectl')} text={command} />}
      <section aria-label={t('finding.links')}>
        <Text as="h4" variant="body-medium" weight="bold">
          {t('finding.links')}
        </Text>
        <ul className={styles.links}>
          {resource.name && (
            <li>
              <Link
                href={links.findings({
                  filter: {
                    cluster: [cluster.arn],
                    kind: [resource.kind],
                    resource: [resource.name],
                    ...(resource.namespace && {
                      namespace: [resource.namespace],
                    }),
                  },
                })}
              >
                {t('finding.sameResource')}
              </Link>
            </li>
          )}
          {clusterPolicies && (
            <li>
              <Link href={clusterPolicies}>{t('finding.clusterPolicies')}</Link>
            </li>
          )}
          <PolicyLinks policy={policy} links={finding.links} />
        </ul>
      </section>
      {Object.keys(properties).length > 0 && (
        <details>
          <summary className={styles.about}>{t('finding.properties')}</summary>
          <FactList facts={Object.entries(properties)} />
        </details>
      )}
    </div>
  );
}
