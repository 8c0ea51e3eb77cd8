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
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';
import type { FindingView } from '../../lib/findingView';
import { policyTitle, resourceText } from '../../lib/policyText';
import { policyResults, policySeverities } from '../../states';
import { Age } from '../Age';
import { DueBadge } from '../DueBadge';
import { StateBadge } from '../StateBadge';
import styles from './FindingList.module.css';

/** A few findings; each leads to all that is known of it. */
export function FindingList(props: {
  findings: PolicyFinding[];
  /** What tells them apart here: resources where it is one policy. */
  about: 'resource' | 'policy';
  /** Where they may be on several clusters. */
  showCluster?: boolean;
  /** Those among which one is opened. */
  filter?: FindingView['filter'];
}) {
  const { findings, about, showCluster, filter } = props;
  const t = useTranslation();
  const links = usePortalLinks();
  return (
    <ul className={styles.list} aria-label={t('findings.what')}>
      {findings.map(finding => {
        const { fingerprint, policy, result, severity } = finding;
        const resource = resourceText(finding.resource);
        const title = about === 'resource' ? resource : policyTitle(policy);
        return (
          <li key={fingerprint} className={styles.item}>
            <div className={styles.line}>
              <StateBadge look={policySeverities[severity]}>
                {t(policySeverities[severity].word)}
              </StateBadge>
              <Link
                href={links.findings({ filter, open: fingerprint })}
                weight="bold"
                className={styles.title}
              >
                {title}
              </Link>
              {result !== 'fail' && (
                <StateBadge look={policyResults[result]}>
                  {t(policyResults[result].word)}
                </StateBadge>
              )}
            </div>
            <div className={styles.about}>
              {about === 'policy' && (
                <span>
                  {t('findings.on', {
                    resource,
                    cluster: finding.cluster.name,
                  })}
                </span>
              )}
              {about === 'resource' && showCluster && (
                <span>{finding.cluster.name}</span>
              )}
              <span>
                {t('findings.firstSeen', {
                  age: <Age time={finding.firstSeen} past />,
                })}
              </span>
              <DueBadge finding={finding} />
            </div>
            {finding.message && (
              <div className={styles.message} title={finding.message}>
                {finding.message}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
