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
import { useApi } from '@backstage/core-plugin-api';
import { Button, TextAreaField } from '@backstage/ui';
import type {
  EksFleetPoliciesApi,
  ExceptionRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { exceptionScopeText } from '../../lib/exceptionScopeText';
import { policyName } from '../../lib/policyText';
import { ConfirmDialog } from '../ConfirmDialog';
import { ExceptionFiles } from '../ExceptionFiles';
import styles from './ExceptionRequestsPage.module.css';

type Act = 'approve' | 'reject' | 'cancel' | 'remove';

/** What the reader may do with a request, each asked once more. */
export function RequestActions(props: {
  request: ExceptionRequest;
  onChanged: () => void;
}) {
  const { request, onChanged } = props;
  const t = useTranslation();
  const [asked, setAsked] = useState<Act>();
  const acts = actsOf(request);
  if (acts.length === 0 && !asked) {
    return null;
  }
  return (
    <div className={styles.actions}>
      {acts.map(act => (
        <Button
          key={act}
          size="small"
          variant={act === 'approve' ? 'primary' : 'secondary'}
          onPress={() => setAsked(act)}
        >
          {act === 'remove' && request.state === 'expired'
            ? t('exceptionAct.removeAgain')
            : t(`exceptionAct.${act}`)}
        </Button>
      ))}
      {asked && (
        <ActDialog
          act={asked}
          request={request}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

function ActDialog(props: {
  act: Act;
  request: ExceptionRequest;
  onClose: () => void;
  onDone: () => void;
}) {
  const { act, onClose, onDone } = props;
  // What is agreed to is what was shown, whatever is read meanwhile.
  const [request] = useState(props.request);
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const action = useRolloutAction();
  const [comment, setComment] = useState('');
  const isDecision = act === 'approve' || act === 'reject';
  const confirm = async () => {
    const done = await action.run(
      () => doIt(api, act, request, comment.trim()),
      t(`exceptionAct.done_${act}`),
    );
    if (done) {
      onDone();
    }
  };
  return (
    <ConfirmDialog
      title={t(`exceptionAct.title_${act}`)}
      detail={t(`exceptionAct.will_${act}`, {
        scope: exceptionScopeText(t, request.scope),
        policy: policyName(request.policy),
        clusters: t('exceptionRequests.clusters', {
          count: request.clusters.length,
        }),
        who: entityTitle(request.requestedBy),
      })}
      confirm={t(`exceptionAct.${act}`)}
      destructive={act !== 'approve'}
      reason="none"
      disabled={act === 'reject' && !comment.trim()}
      action={action}
      onConfirm={confirm}
      onClose={onClose}
    >
      {act === 'approve' && <ExceptionFiles files={request.files ?? []} />}
      {isDecision && (
        <TextAreaField
          label={t('exceptionAct.comment')}
          value={comment}
          onChange={setComment}
          maxLength={1000}
          isRequired={act === 'reject'}
        />
      )}
    </ConfirmDialog>
  );
}

function actsOf({ rights }: ExceptionRequest): Act[] {
  return [
    ...(rights.decide ? (['approve', 'reject'] as const) : []),
    ...(rights.cancel ? (['cancel'] as const) : []),
    ...(rights.remove ? (['remove'] as const) : []),
  ];
}

function doIt(
  api: EksFleetPoliciesApi,
  act: Act,
  { contentHash, id }: ExceptionRequest,
  comment: string,
): Promise<ExceptionRequest> {
  switch (act) {
    case 'cancel':
      return api.cancelExceptionRequest(id);
    case 'remove':
      return api.removeException(id);
    default:
      return api.decideExceptionRequest(id, {
        verdict: act,
        comment: comment || undefined,
        contentHash,
      });
  }
}
