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

import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import type {
  RequestAsk,
  RequestCurrent,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useNow } from '../../hooks/useNow';
import { usePreflight } from '../../hooks/usePreflight';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { isConflict } from '../../lib/errors';
import { dayAfter } from '../../lib/exceptionAsk';
import { formatDate } from '../../lib/expiry';
import { maxTtlDays } from '../../lib/requestOptions';
import { newKey } from '../../lib/newKey';
import { problemAt } from '../../lib/requestProblems';
import { ConfirmDialog } from '../ConfirmDialog';
import { TimeToLiveField } from '../RequestFields';
import { PreflightView } from '../RequestVerdict';

const USUAL_DAYS = 30;

/** Until when, why, and whether that may be. */
export function ExtendForm(props: {
  title: string;
  /** What Git said when it was opened. */
  current: RequestCurrent;
  /** Git says something else by now. */
  onMoved: () => void;
  onClose: () => void;
  onDone: () => void;
}) {
  const { title, current, onClose, onDone, onMoved } = props;
  const { environment, owner, spec, specHash, commit, thing } = current;
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const links = useFleetLinks();
  const now = useNow(3600);
  const action = useRolloutAction();
  const [idempotencyKey] = useState(newKey);
  const [day, setDay] = useState(dayAfter(now, USUAL_DAYS));
  const options = useFleetQuery(
    useCallback(() => api.getRequestOptions(owner), [api, owner]),
  ).value;
  const ask: RequestAsk = {
    kind: thing.kind,
    operation: 'extend',
    owner,
    thing: thing.key,
    expiresOn: day.trim(),
    base: { specHash, commit },
  };
  const preflight = usePreflight(formatDate(day.trim()) ? ask : undefined);
  const from =
    typeof spec.expiresOn === 'string'
      ? formatDate(spec.expiresOn) ?? spec.expiresOn
      : t('extend.noEnd');
  const to = formatDate(day.trim());
  const allowed = current.operations?.includes('extend') ?? true;
  const { value } = preflight.query;
  const send = async (reason: string) => {
    const request = await action.run(
      async () => {
        try {
          return await api.createRequest({ ...ask, reason, idempotencyKey });
        } catch (error) {
          if (isConflict(error)) {
            onMoved();
          }
          throw error;
        }
      },
      asked => ({
        message: t('extend.done'),
        link: { label: t('extend.open'), href: links.request(asked.id) },
      }),
    );
    if (request) {
      onDone();
    }
  };
  return (
    <ConfirmDialog
      title={title}
      detail={to ? t('extend.will', { from, to }) : t('extend.choose')}
      confirm={t('extend.confirm')}
      reason="needed"
      width="min(38rem, 94vw)"
      disabled={!allowed || !to || value?.verdict?.outcome === 'deny'}
      action={action}
      onConfirm={send}
      onClose={onClose}
    >
      {!allowed && <Text as="p">{t('extend.notAllowed')}</Text>}
      <TimeToLiveField
        value={day}
        onChange={setDay}
        now={now}
        maxDays={options && maxTtlDays(options, environment)}
        mayBeEndless={false}
        problem={
          value && problemAt(value.problems, 'expiresOn', t('field.expiresOn'))
        }
      />
      <PreflightView preflight={preflight} />
    </ConfirmDialog>
  );
}
