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
import { policyResults, policySeverities } from '../../states';
import { Age } from '../Age';
import { DueBadge } from '../DueBadge';
import { EntityName } from '../EntityName';
import { GridLine, GridLines, GridOpen, GridSmall } from '../GridLines';
import { StateBadge } from '../StateBadge';

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
        <GridLines title={finding.message}>
          <GridOpen
            label={t('findings.open', {
              policy: policyTitle(policy),
              resource: resourceText(resource),
            })}
            tabbable={tabbable}
            onOpen={() => onOpen(finding)}
          >
            {policyTitle(policy)}
          </GridOpen>
          <GridSmall>{finding.message}</GridSmall>
        </GridLines>
      );
    case 'resource':
      return (
        <GridLines title={resourceText(resource)}>
          <GridLine>{resource.name || '–'}</GridLine>
          <GridSmall>
            {[resource.kind, resource.namespace].filter(Boolean).join(' · ')}
          </GridSmall>
        </GridLines>
      );
    case 'cluster':
      return (
        <GridLines>
          <EntityName
            name={cluster.name}
            href={clusterPath(cluster.entityRef, 'policy')}
            tabbable={tabbable}
            small
          />
          <GridSmall>{cluster.environment}</GridSmall>
        </GridLines>
      );
    case 'owner':
      return (
        <GridLines>
          <GridLine title={owner}>
            {owner ? entityTitle(owner) : t('findings.noOwner')}
          </GridLine>
          {assignment && (
            <GridSmall title={assignment.note}>
              {t('findings.assignedTo', {
                who: entityTitle(assignment.assignee),
              })}
            </GridSmall>
          )}
        </GridLines>
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
