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

import { useState, type ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { RequestAsk } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { usePreflight } from '../../hooks/usePreflight';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { newKey } from '../../lib/newKey';
import { ConfirmDialog } from '../ConfirmDialog';
import { PreflightView } from '../RequestVerdict';

/** Asks once before a request is made that changes the cluster's file. */
export function ChangeDialog(props: {
  title: string;
  detail: string;
  /** Left out where there is nothing to ask for. */
  ask: RequestAsk | undefined;
  onClose: () => void;
  onDone: () => void;
  children: ReactNode;
}) {
  const { ask, children, detail, onClose, onDone, title } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const links = useFleetLinks();
  const action = useRolloutAction();
  const [idempotencyKey] = useState(newKey);
  const preflight = usePreflight(ask);
  const send = async (reason: string) => {
    const request =
      ask &&
      (await action.run(
        () => api.createRequest({ ...ask, reason, idempotencyKey }),
        made => ({
          message: t('drift.done'),
          link: { label: t('drift.open'), href: links.request(made.id) },
        }),
      ));
    if (request) {
      onDone();
    }
  };
  return (
    <ConfirmDialog
      title={title}
      detail={detail}
      confirm={t('drift.confirm')}
      reason="needed"
      width="min(42rem, 94vw)"
      disabled={!ask || preflight.query.value?.verdict?.outcome === 'deny'}
      action={action}
      onConfirm={send}
      onClose={onClose}
    >
      {children}
      {ask && <PreflightView preflight={preflight} />}
    </ConfirmDialog>
  );
}
