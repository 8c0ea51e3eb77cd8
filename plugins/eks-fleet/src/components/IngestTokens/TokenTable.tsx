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
import { Alert, Button } from '@backstage/ui';
import type { IngestToken } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { errorMessage } from '../../lib/errors';
import { ingestTokenStates } from '../../states';
import { Age } from '../Age';
import { DataTable } from '../DataTable';
import { StateBadge } from '../StateBadge';
import styles from './IngestTokens.module.css';

/** By what they are called, in any language. */
const TOOLS: Record<NonNullable<IngestToken['lastUsedFor']>, string> = {
  'policy-reporter': 'Policy Reporter',
  'kube-bench': 'kube-bench',
};

/** Tokens with who issued them, until when they are valid, and who uses them. */
export function TokenTable(props: {
  items: IngestToken[];
  onRevoke: (id: string) => Promise<void>;
  onRevoked: () => void;
}) {
  const { items, onRevoke, onRevoked } = props;
  const t = useTranslation();
  const [asked, setAsked] = useState<string>();
  const action = useRolloutAction();
  const revoke = async ({ id, label }: IngestToken) => {
    const done = await action.run(async () => {
      await onRevoke(id);
      return true;
    }, t('ingestTokens.revoked', { label }));
    if (done) {
      setAsked(undefined);
      onRevoked();
    }
  };
  return (
    <>
      <DataTable label={t('ingestTokens.table')}>
        <thead>
          <tr>
            <th scope="col">{t('ingestTokens.label')}</th>
            <th scope="col">{t('ingestTokens.state')}</th>
            <th scope="col">{t('ingestTokens.issued')}</th>
            <th scope="col">{t('ingestTokens.lastUsed')}</th>
            <th scope="col">{t('ingestTokens.expires')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(token => (
            <TokenRow
              key={token.id}
              token={token}
              isAsked={asked === token.id}
              isPending={action.pending}
              onAsk={() => setAsked(token.id)}
              onKeep={() => setAsked(undefined)}
              onRevoke={() => revoke(token)}
            />
          ))}
        </tbody>
      </DataTable>
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
    </>
  );
}

function TokenRow(props: {
  token: IngestToken;
  /** Whether it is asked once more before it is revoked. */
  isAsked: boolean;
  isPending: boolean;
  onAsk: () => void;
  onKeep: () => void;
  onRevoke: () => void;
}) {
  const { token, isAsked, isPending, onAsk, onKeep, onRevoke } = props;
  const { label, lastUsedFor, state } = token;
  const t = useTranslation();
  const look = ingestTokenStates[state];
  const isValid = state === 'valid' || state === 'expiresSoon';
  return (
    <tr>
      <th scope="row">
        {label}
        {isValid && (
          <div className={styles.acts}>
            {isAsked ? (
              <>
                <span className={styles.quiet}>
                  {t('ingestTokens.revokeAsk', { label })}
                </span>
                <Button
                  size="small"
                  variant="primary"
                  destructive
                  isPending={isPending}
                  onPress={onRevoke}
                >
                  {t('ingestTokens.revoke')}
                </Button>
                <Button size="small" variant="secondary" onPress={onKeep}>
                  {t('ingestTokens.keep')}
                </Button>
              </>
            ) : (
              <Button
                size="small"
                variant="tertiary"
                aria-label={t('ingestTokens.revokeOf', { label })}
                onPress={onAsk}
              >
                {t('ingestTokens.revoke')}
              </Button>
            )}
          </div>
        )}
      </th>
      <td data-nowrap>
        <StateBadge look={look}>{t(look.word)}</StateBadge>
        {token.revokedBy && (
          <div className={styles.quiet}>
            {t('ingestTokens.by', { who: entityTitle(token.revokedBy) })}
          </div>
        )}
      </td>
      <td>
        <Age time={token.issuedAt} past />
        <div className={styles.quiet}>
          {t('ingestTokens.by', { who: entityTitle(token.issuedBy) })}
        </div>
      </td>
      <td>
        <Age time={token.lastUsedAt} fallback={t('ingestTokens.never')} past />
        {lastUsedFor && (
          <div className={styles.quiet}>
            {t('ingestTokens.by', { who: TOOLS[lastUsedFor] })}
          </div>
        )}
      </td>
      <td data-nowrap>
        <Age time={token.expiresAt} />
      </td>
    </tr>
  );
}
