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

import { useState } from 'react';
import { Button } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RiShieldCheckLine } from '@remixicon/react';
import type { ReadinessFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { subjectText } from '../../lib/subjectText';
import { formatDay } from '../../lib/time';
import { waiverText } from '../../lib/waiverText';
import { severityStates } from '../../states';
import { Age } from '../Age';
import { FindingEvidence } from '../FindingEvidence';
import { StateBadge } from '../StateBadge';
import { EndWaiverDialog } from './EndWaiverDialog';
import { FindingPolicies } from './FindingPolicies';
import { WaiveDialog } from './WaiveDialog';
import styles from './FindingList.module.css';

/** One finding: what, whose, since when, what to do, and whether it is waived. */
export function Finding(props: {
  finding: ReadinessFinding;
  /** ARN of the cluster. */
  arn?: string;
  mayWaive: boolean;
  onChanged: () => void;
}) {
  const { arn, finding, mayWaive, onChanged } = props;
  const t = useTranslation();
  const [dialog, setDialog] = useState<'waive' | 'end'>();
  const { message, waiver, owner, clearsAt, hop } = finding;
  const look = severityStates[finding.severity];
  const close = () => setDialog(undefined);
  const waivable =
    finding.severity === 'blocking' || finding.severity === 'unknown';
  return (
    <li className={styles.finding} data-waived={waiver?.active ?? false}>
      <span className={styles.severity}>
        <StateBadge look={look}>{t(look.word)}</StateBadge>
      </span>
      <div className={styles.body}>
        <span className={styles.message}>{message}</span>
        <span className={styles.facts}>
          <span>
            {t('clusterReadiness.subject', {
              kind: finding.subject.kind,
              name: subjectText(finding.subject),
            })}
          </span>
          <span>{finding.code}</span>
          {hop && <span>{t('clusterReadiness.hop', { version: hop })}</span>}
          {owner && <EntityRefLink entityRef={owner} defaultKind="group" />}
          {finding.since && (
            <span>
              {t('clusterReadiness.since')} <Age time={finding.since} />
            </span>
          )}
          {clearsAt && (
            <span>
              {t('clusterReadiness.clearsAt', {
                date: formatDay(clearsAt) ?? '?',
              })}
            </span>
          )}
        </span>
        {finding.fix && (
          <span>{t('clusterReadiness.fix', { fix: finding.fix })}</span>
        )}
        {waiver && (
          <span className={styles.waiver}>
            <RiShieldCheckLine size={14} aria-hidden />
            {waiverText(t, waiver)}
          </span>
        )}
        {finding.policies && (
          <FindingPolicies arn={arn} policies={finding.policies} />
        )}
        <FindingEvidence evidence={finding.evidence} />
      </div>
      {mayWaive && waivable && (
        <div className={styles.actions}>
          <Button
            size="small"
            variant="secondary"
            aria-label={t(
              waiver?.active
                ? 'clusterReadiness.endWaiverOf'
                : 'clusterReadiness.waiveFinding',
              { message },
            )}
            onPress={() => setDialog(waiver?.active ? 'end' : 'waive')}
          >
            {t(
              waiver?.active
                ? 'clusterReadiness.endWaiver'
                : 'clusterReadiness.waive',
            )}
          </Button>
        </div>
      )}
      {dialog === 'waive' && (
        <WaiveDialog finding={finding} onClose={close} onWaived={onChanged} />
      )}
      {dialog === 'end' && waiver && (
        <EndWaiverDialog
          waiver={waiver}
          message={message}
          onClose={close}
          onEnded={onChanged}
        />
      )}
    </li>
  );
}
