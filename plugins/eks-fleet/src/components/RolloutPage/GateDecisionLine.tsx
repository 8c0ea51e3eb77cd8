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

import { RiCheckLine, RiCloseLine, RiForbid2Line } from '@remixicon/react';
import type { ApprovalDecision } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { Age } from '../Age';
import { Evidence } from './Evidence';
import styles from './GateItem.module.css';

/** Who decided what, why, and on what evidence; and whether that still counts. */
export function GateDecisionLine(props: { decision: ApprovalDecision }) {
  const { decision } = props;
  const { by, comment, evidence, head, voidedBecause } = decision;
  const t = useTranslation();
  const approved = decision.decision === 'approve';
  let Icon = approved ? RiCheckLine : RiCloseLine;
  if (voidedBecause) {
    Icon = RiForbid2Line;
  }
  const who = entityTitle(by);
  return (
    <div>
      <div className={styles.line}>
        <span>
          <Icon size={14} aria-hidden />{' '}
          {approved
            ? t('gates.approved', { who })
            : t('gates.rejected', { who })}
        </span>
        {comment && <q>{comment}</q>}
        <span className={styles.about}>
          <Age time={decision.at} past />
        </span>
        {head && (
          <span className={styles.about}>
            {t('gates.head', { head: head.slice(0, 10) })}
          </span>
        )}
      </div>
      {voidedBecause && (
        <div className={styles.about}>
          {t('gates.voided', { why: voidedBecause })}
        </div>
      )}
      {evidence && <Evidence title={t('gates.frozen')} evidence={evidence} />}
    </div>
  );
}
