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

import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Button, Link, Skeleton, Text } from '@backstage/ui';
import type { PolicyEdit } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { isNotFound } from '../../lib/errors';
import { chartPolicy, type EditablePolicy } from '../../lib/policyEdit';
import { safeUrl } from '../../lib/safeUrl';
import { policyEditStates, policyModes } from '../../states';
import type { Translate } from '../../translation';
import { ConfirmDialog } from '../ConfirmDialog';
import { DataTable } from '../DataTable';
import { Panel } from '../Panel';
import { QueryView } from '../QueryView';
import { StateBadge } from '../StateBadge';
import styles from './PolicyEdit.module.css';

const SHOWN = 10;
const POLL_SECONDS = 30;

/** How a policy was switched in the portal, and how far that is. */
export function PolicyEdits(props: {
  policy: EditablePolicy;
  /** Grows with each change that was asked for. */
  asked: number;
}) {
  const { asked, policy } = props;
  const name = chartPolicy(policy);
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const [cancelling, setCancelling] = useState<PolicyEdit>();
  const query = useFleetQuery(
    useCallback(
      async () =>
        name === undefined
          ? { items: [] }
          : api.listPolicyEdits({ policy: name, limit: SHOWN }),
      [api, name],
    ),
    { pollSeconds: POLL_SECONDS },
  );
  const { retry } = query;
  useEffect(() => {
    if (asked > 0) {
      retry();
    }
  }, [asked, retry]);
  // Where policies are not switched in Git there is nothing to tell.
  if (name === undefined || (query.error && isNotFound(query.error))) {
    return null;
  }
  return (
    <Panel title={t('policyEdits.title')}>
      <QueryView
        query={query}
        what={t('policyEdits.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={120} />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <Text as="p" color="secondary">
              {t('policyEdits.none')}
            </Text>
          ) : (
            <DataTable label={t('policyEdits.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('policyEdits.state')}</th>
                  <th scope="col">{t('policyEdits.change')}</th>
                  <th scope="col">{t('policyEdits.pullRequest')}</th>
                  <th scope="col" data-wide>
                    {t('policyEdits.by')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map(edit => (
                  <EditRow
                    key={edit.id}
                    edit={edit}
                    onCancel={() => setCancelling(edit)}
                  />
                ))}
              </tbody>
            </DataTable>
          )
        }
      </QueryView>
      {cancelling && (
        <CancelDialog
          edit={cancelling}
          onClose={() => setCancelling(undefined)}
          onDone={() => {
            setCancelling(undefined);
            retry();
          }}
        />
      )}
    </Panel>
  );
}

function EditRow(props: { edit: PolicyEdit; onCancel: () => void }) {
  const { edit, onCancel } = props;
  const { counts, inForceOn, layers, message, problem, pullRequest } = edit;
  const t = useTranslation();
  const look = policyEditStates[edit.state];
  const url = pullRequest && safeUrl(pullRequest.url);
  return (
    <tr>
      <th scope="row">
        <span className={styles.lines}>
          <StateBadge look={look}>{t(look.word)}</StateBadge>
          <small>
            {message ??
              t('policyEdits.inForceOn', {
                seen: `${inForceOn}`,
                clusters: `${counts.changes}`,
              })}
          </small>
          {problem && <small>{problem}</small>}
        </span>
      </th>
      <td>
        <span className={styles.lines}>
          {changeText(t, edit)}
          <small>
            {layers.length > 0 ? layers.join(', ') : t('policyEdits.hidden')}
          </small>
        </span>
      </td>
      <td>
        <span className={styles.lines}>
          {url ? (
            <Link href={url} target="_blank">
              {t('policyEdits.pullRequestOf', {
                number: `${pullRequest.number}`,
              })}
            </Link>
          ) : (
            t('policyEdits.noPullRequest')
          )}
          {edit.rights.cancel && (
            <span className={styles.act}>
              <Button size="small" variant="tertiary" onPress={onCancel}>
                {t('policyEdits.cancel')}
              </Button>
            </span>
          )}
        </span>
      </td>
      <td data-wide>
        <span className={styles.lines}>
          {entityTitle(edit.requestedBy)}
          <small>{edit.reason}</small>
        </span>
      </td>
    </tr>
  );
}

function CancelDialog(props: {
  edit: PolicyEdit;
  onClose: () => void;
  onDone: () => void;
}) {
  const { edit, onClose, onDone } = props;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const action = useRolloutAction();
  return (
    <ConfirmDialog
      title={t('policyEdits.cancelTitle')}
      detail={t('policyEdits.cancelDetail')}
      confirm={t('policyEdits.cancel')}
      destructive
      reason="none"
      action={action}
      onConfirm={async () => {
        const done = await action.run(
          () => api.cancelPolicyEdit(edit.id),
          t('policyEdits.cancelled'),
        );
        if (done) {
          onDone();
        }
      }}
      onClose={onClose}
    />
  );
}

/** Such as `to enforce`. */
function changeText(t: Translate, { change }: PolicyEdit): string {
  if (change.mode) {
    return t('policyEdits.to', { mode: t(policyModes[change.mode].word) });
  }
  return change.leave?.includes('mode')
    ? t('policyEdits.left')
    : t('policyEdits.otherwise');
}
