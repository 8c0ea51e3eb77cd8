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
import { TextAreaField } from '@backstage/ui';
import type {
  EksFleetRequestsApi,
  FleetRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useOpened } from '../../hooks/useOpened';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { isConflict } from '../../lib/errors';
import type { RequestAct } from '../../lib/requestActs';
import { ConfirmDialog } from '../ConfirmDialog';
import { ApprovedThing } from './ApprovedThing';
import { StaleNotice } from './StaleNotice';

type Act = Exclude<RequestAct, 'amend'>;

/** Approves, rejects or takes back exactly what is shown; what changed meanwhile is shown first. */
export function DecideDialog(props: {
  act: Act;
  request: FleetRequest;
  /** Reads the request again. */
  onReload: () => void;
  onClose: () => void;
  onDone: () => void;
}) {
  const { act, request, onClose, onDone, onReload } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const action = useRolloutAction();
  const { isStale, lookAgain, opened } = useOpened(request);
  const [comment, setComment] = useState('');
  const needsComment = act === 'reject';
  const isDecision = act !== 'cancel';
  const confirm = async () => {
    const done = await action.run(async () => {
      try {
        return await doIt(api, act, opened, comment.trim());
      } catch (error) {
        if (isConflict(error)) {
          onReload();
        }
        throw error;
      }
    }, t(`requestAct.done_${act}`));
    if (done) {
      onDone();
    }
  };
  return (
    <ConfirmDialog
      title={t(`requestAct.title_${act}`)}
      detail={t(
        act === 'approve' && opened.operation === 'delete'
          ? 'requestAct.will_approve_delete'
          : `requestAct.will_${act}`,
        {
          title: opened.thing.title,
          who: entityTitle(opened.requestedBy),
        },
      )}
      confirm={t(`requestAct.${act}`)}
      destructive={act !== 'approve'}
      typed={
        act === 'approve' && opened.operation === 'delete'
          ? opened.thing.title
          : undefined
      }
      reason="none"
      width={act === 'approve' ? 'min(46rem, 94vw)' : undefined}
      disabled={(isDecision && isStale) || (needsComment && !comment.trim())}
      action={action}
      onConfirm={confirm}
      onClose={onClose}
    >
      {isDecision && isStale && (
        <StaleNotice
          onLookAgain={() => {
            action.forget();
            lookAgain();
          }}
        />
      )}
      {act === 'approve' && <ApprovedThing request={opened} />}
      <TextAreaField
        label={t(
          needsComment ? 'requestAct.commentNeeded' : 'requestAct.comment',
        )}
        value={comment}
        onChange={setComment}
        maxLength={2000}
        isRequired={needsComment}
      />
    </ConfirmDialog>
  );
}

function doIt(
  api: EksFleetRequestsApi,
  act: Act,
  { id, specHash }: FleetRequest,
  text: string,
): Promise<FleetRequest> {
  const comment = text || undefined;
  return act === 'cancel'
    ? api.cancelRequest(id, comment)
    : api.decideRequest(id, { verdict: act, specHash, comment });
}
