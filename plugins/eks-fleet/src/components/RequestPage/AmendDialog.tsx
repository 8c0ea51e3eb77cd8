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

import { useMemo, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Text, TextAreaField } from '@backstage/ui';
import type {
  FleetRequest,
  RequestAsk,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useOpened } from '../../hooks/useOpened';
import { usePreflight } from '../../hooks/usePreflight';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { isConflict } from '../../lib/errors';
import { specChanges, type SpecData } from '../../lib/specChanges';
import { ConfirmDialog } from '../ConfirmDialog';
import { PreflightView } from '../RequestVerdict';
import { SpecChanges } from '../SpecChanges';
import { AmendNamespace } from './AmendNamespace';
import { AmendYaml } from './AmendYaml';
import { StaleNotice } from './StaleNotice';

/** Makes something else of what is asked for, and shows what that comes to. */
export function AmendDialog(props: {
  request: FleetRequest;
  /** Reads the request again. */
  onReload: () => void;
  onClose: () => void;
  onDone: () => void;
}) {
  const { request, onClose, onDone, onReload } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const action = useRolloutAction();
  const { isStale, lookAgain, opened } = useOpened(request);
  /** Left out where what was typed is no spec. */
  const [spec, setSpec] = useState<SpecData | undefined>(opened.spec);
  const [comment, setComment] = useState('');
  const changes = useMemo(
    () => (spec ? specChanges(opened.spec, spec) : []),
    [opened, spec],
  );
  const ask: RequestAsk | undefined =
    spec && changes.length > 0 ? askOf(opened, spec) : undefined;
  const preflight = usePreflight(ask);
  const problems = preflight.query.value?.problems ?? [];
  const confirm = async () => {
    const done = await action.run(async () => {
      try {
        return await api.decideRequest(opened.id, {
          verdict: 'amend',
          specHash: opened.specHash,
          spec,
          comment: comment.trim(),
        });
      } catch (error) {
        if (isConflict(error)) {
          onReload();
        }
        throw error;
      }
    }, t('requestAct.done_amend'));
    if (done) {
      onDone();
    }
  };
  return (
    <ConfirmDialog
      title={t('requestAct.title_amend')}
      detail={t('requestAct.will_amend', {
        who: entityTitle(opened.requestedBy),
      })}
      confirm={t('requestAct.amend')}
      reason="none"
      width="min(46rem, 94vw)"
      disabled={
        isStale ||
        !spec ||
        changes.length === 0 ||
        problems.length > 0 ||
        !comment.trim()
      }
      action={action}
      onConfirm={confirm}
      onClose={onClose}
    >
      {isStale && (
        <StaleNotice
          onLookAgain={() => {
            action.forget();
            lookAgain();
            setSpec(request.spec);
          }}
        />
      )}
      {opened.kind === 'namespace' ? (
        <AmendNamespace
          key={opened.specHash}
          spec={opened.spec}
          problems={problems}
          onChange={setSpec}
        />
      ) : (
        <AmendYaml
          key={opened.specHash}
          spec={opened.spec}
          problems={problems}
          onChange={setSpec}
        />
      )}
      <section aria-label={t('requestAct.differs')}>
        {spec && changes.length > 0 ? (
          <SpecChanges
            changes={changes}
            beforeWord={t('request.askedFor')}
            afterWord={t('request.after')}
          />
        ) : (
          <Text as="p" color="secondary">
            {t('requestAct.noChange')}
          </Text>
        )}
      </section>
      {ask && <PreflightView preflight={preflight} />}
      <TextAreaField
        label={t('requestAct.commentNeeded')}
        value={comment}
        onChange={setComment}
        maxLength={2000}
        isRequired
      />
    </ConfirmDialog>
  );
}

/** What is asked of the backend, whose own reservations then do not count against it. */
function askOf(request: FleetRequest, spec: SpecData): RequestAsk {
  const { id, kind, operation, owner, thing } = request;
  return {
    kind,
    operation,
    owner,
    ...(operation !== 'create' && { thing: thing.key }),
    ...(operation === 'extend'
      ? { expiresOn: String(spec.expiresOn ?? '') }
      : { spec }),
    request: id,
  };
}
