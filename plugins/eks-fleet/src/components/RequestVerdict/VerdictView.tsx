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

import type {
  RequestApproval,
  RequestVerdict,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { quotaAmount } from '../../lib/quotaText';
import { requestOutcomes, verdictReasons } from '../../states';
import { LinkedText } from '../LinkedText';
import { StateBadge } from '../StateBadge';
import styles from './RequestVerdict.module.css';

type Reason = RequestVerdict['reasons'][number];

/** Whether something may be, why, and who has to agree. */
export function VerdictView(props: {
  verdict: RequestVerdict;
  approval?: RequestApproval;
}) {
  const { approval, verdict } = props;
  const t = useTranslation();
  const look = requestOutcomes[verdict.outcome];
  // Why somebody has to agree, the reasons say.
  const who =
    approval && verdict.outcome === 'needsApproval'
      ? [
          approval.rule && t('request.approvalRule', { rule: approval.rule }),
          approval.approvers?.length &&
            t('request.approvers', {
              who: approval.approvers.map(entityTitle).join(', '),
            }),
        ].filter(Boolean)
      : [];
  return (
    <div className={styles.verdict}>
      <StateBadge look={look}>
        <strong>{t(look.word)}</strong>
      </StateBadge>
      {verdict.reasons.length === 0 ? (
        <p className={styles.about}>{t('request.verdictNone')}</p>
      ) : (
        <ul className={styles.reasons}>
          {verdict.reasons.map((reason, index) => (
            <ReasonLine key={`${reason.code} ${index}`} reason={reason} />
          ))}
        </ul>
      )}
      {who.length > 0 && <p className={styles.about}>{who.join(' · ')}</p>}
    </div>
  );
}

function ReasonLine(props: { reason: Reason }) {
  const { field, limit, message, outcome } = props.reason;
  const t = useTranslation();
  const look = verdictReasons[outcome];
  return (
    <li className={styles.reason}>
      <StateBadge look={look}>{t(look.word)}</StateBadge>
      <span>
        <LinkedText text={message} />
        {(limit || field) && (
          <small>
            {[
              limit &&
                t('request.limit', {
                  resource: t(`quota.${limit.resource}`),
                  asked: quotaAmount(limit.resource, limit.asked),
                  used: quotaAmount(limit.resource, limit.used),
                  limit: quotaAmount(limit.resource, limit.limit),
                }),
              field && t('request.atField', { field }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        )}
      </span>
    </li>
  );
}
