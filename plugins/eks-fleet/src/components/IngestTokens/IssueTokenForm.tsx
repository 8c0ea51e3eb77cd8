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
import { Alert, Button, Text, TextField } from '@backstage/ui';
import type {
  IngestTokenList,
  IngestTokenRequest,
  IssuedIngestToken,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import styles from './IngestTokens.module.css';

/** Asks what a token is for and how long it lasts, and issues it. */
export function IssueTokenForm(props: {
  list: Pick<IngestTokenList, 'defaultDays' | 'maxDays'>;
  onIssue: (request: IngestTokenRequest) => Promise<IssuedIngestToken>;
  onIssued: (token: IssuedIngestToken) => void;
}) {
  const { onIssue, onIssued } = props;
  const { defaultDays, maxDays } = props.list;
  const t = useTranslation();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(String(defaultDays));
  // What is missing is told once somebody tried.
  const [tried, setTried] = useState(false);
  const action = useRolloutAction();
  const count = /^\d+$/.test(days.trim()) ? Number(days) : NaN;
  const problems = [
    ...(label.trim() ? [] : [t('ingestTokens.labelMissing')]),
    ...(count >= 1 && count <= maxDays
      ? []
      : [t('ingestTokens.daysWrong', { days: `${maxDays}` })]),
  ];
  const issue = async () => {
    setTried(true);
    if (problems.length > 0) {
      return;
    }
    const issued = await action.run(() =>
      onIssue({ label: label.trim(), days: count }),
    );
    if (issued) {
      setLabel('');
      setTried(false);
      onIssued(issued);
    }
  };
  return (
    <section className={styles.form} aria-label={t('ingestTokens.issue')}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('ingestTokens.issue')}
      </Text>
      <div className={styles.asks}>
        <TextField
          label={t('ingestTokens.issueLabel')}
          description={t('ingestTokens.issueLabelHint')}
          value={label}
          onChange={setLabel}
          maxLength={100}
          autoComplete="off"
          isRequired
        />
        <TextField
          label={t('ingestTokens.issueDays')}
          description={t('ingestTokens.issueDaysHint', { days: `${maxDays}` })}
          value={days}
          onChange={setDays}
          inputMode="numeric"
          autoComplete="off"
          isRequired
        />
        <Button variant="primary" isPending={action.pending} onPress={issue}>
          {t('ingestTokens.issue')}
        </Button>
      </div>
      {tried && problems.length > 0 && (
        <Alert status="warning" icon role="alert" title={problems.join(' ')} />
      )}
      {action.error && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={t('ingestTokens.failed', {
            message: errorMessage(action.error),
          })}
        />
      )}
    </section>
  );
}
