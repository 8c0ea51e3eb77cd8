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

import type { PolicyFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import type { FindingColumnId } from '../../lib/findingColumns';
import { policyTitle, resourceText } from '../../lib/policyText';
import { tabStop } from '../../lib/tabStop';
import { policyResults, policySeverities } from '../../states';
import { Age } from '../Age';
import { DueBadge } from '../DueBadge';
import { EntityName } from '../EntityName';
import { StateBadge } from '../StateBadge';
import styles from './FindingsPage.module.css';

/** What one column shows of a finding. */
export function FindingCell(props: {
  column: FindingColumnId;
  finding: PolicyFinding;
  tabbable: boolean;
  onOpen: (finding: PolicyFinding) => void;
}) {
  const { column, finding, tabbable, onOpen } = props;
  const { assignment, cluster, owner, policy, resource } = finding;
  const t = useTranslation();
  const clusterPath = useClusterPath();
  switch (column) {
    case 'severity': {
      const look = policySeverities[finding.severity];
      return <StateBadge look={look}>{t(look.word)}</StateBadge>;
    }
    case 'policy':
      return (
        <span className={styles.lines} title={finding.message}>
          <button
            type="button"
            className={styles.open}
            aria-label={t('findings.open', {
              policy: policyTitle(policy),
              resource: resourceText(resource),
            })}
            {...tabStop(tabbable)}
            onClick={() => onOpen(finding)}
          >
            {policyTitle(policy)}
          </button>
          <small className={styles.line}>{finding.message}</small>
        </span>
      );
    case 'resource':
      return (
        <span className={styles.lines} title={resourceText(resource)}>
          <span className={styles.line}>{resource.name || '–'}</span>
          <small className={styles.line}>
            {[resource.kind, resource.namespace].filter(Boolean).join(' · ')}
          </small>
        </span>
      );
    case 'cluster':
      return (
        <span className={styles.lines}>
          <EntityName
            name={cluster.name}
            href={clusterPath(cluster.entityRef, 'policy')}
            tabbable={tabbable}
            small
          />
          <small className={styles.line}>{cluster.environment}</small>
        </span>
      );
    case 'owner':
      return (
        <span className={styles.lines}>
          <span className={styles.line} title={owner}>
            {owner ? entityTitle(owner) : t('findings.noOwner')}
          </span>
          {assignment && (
            <small className={styles.line} title={assignment.note}>
              {t('findings.assignedTo', {
                who: entityTitle(assignment.assignee),
              })}
            </small>
          )}
        </span>
      );
    case 'due':
      return <DueBadge finding={finding} />;
    case 'firstSeen':
      return <Age time={finding.firstSeen} past />;
    default: {
      const look = policyResults[finding.result];
      return <StateBadge look={look}>{t(look.word)}</StateBadge>;
    }
  }
}
