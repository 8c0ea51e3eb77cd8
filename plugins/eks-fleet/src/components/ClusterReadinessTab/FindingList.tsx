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

import { Text } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  eksFleetReadinessWaivePermission,
  type Cluster,
  type FindingSeverity,
  type ReadinessFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { severityStates } from '../../states';
import { Panel } from '../Panel';
import { Finding } from './Finding';
import styles from './FindingList.module.css';

const SEVERITIES = Object.keys(severityStates) as FindingSeverity[];

/** The findings by severity, the gravest first. */
export function FindingList(props: {
  cluster: Cluster;
  findings: ReadinessFinding[];
  /** After a waiver was made or ended. */
  onChanged: () => void;
}) {
  const { cluster, findings, onChanged } = props;
  const t = useTranslation();
  const { allowed } = usePermission({
    permission: eksFleetReadinessWaivePermission,
    resourceRef: cluster.entityRef,
  });
  if (findings.length === 0) {
    return (
      <Panel title={t('clusterReadiness.findings')}>
        <Text as="p" color="secondary">
          {t('clusterReadiness.noFindings')}
        </Text>
      </Panel>
    );
  }
  return (
    <>
      {SEVERITIES.map(severity => {
        const ofSeverity = findings.filter(
          finding => finding.severity === severity,
        );
        return ofSeverity.length > 0 ? (
          <Panel
            key={severity}
            title={`${t('clusterReadiness.findings')}: ${t(
              severityStates[severity].word,
            )}`}
            hint={`${ofSeverity.length}`}
          >
            <ul className={styles.findings}>
              {ofSeverity.map(finding => (
                <Finding
                  key={finding.key}
                  finding={finding}
                  arn={cluster.arn}
                  mayWaive={allowed}
                  onChanged={onChanged}
                />
              ))}
            </ul>
          </Panel>
        ) : null;
      })}
    </>
  );
}
