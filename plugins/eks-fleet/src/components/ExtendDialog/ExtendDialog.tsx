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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Skeleton,
} from '@backstage/ui';
import type { RequestThing } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { QueryView } from '../QueryView';
import { ExtendForm } from './ExtendForm';

/** Asks to move the end of something, and nothing else of it. */
export function ExtendDialog(props: {
  thing: RequestThing;
  onClose: () => void;
  onDone: () => void;
}) {
  const { thing, onClose, onDone } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const query = useFleetQuery(
    useCallback(() => api.getRequestCurrent(thing.key), [api, thing.key]),
  );
  const title = t('extend.title', { name: thing.title });
  return query.value && !query.error ? (
    <ExtendForm
      key={query.value.specHash}
      title={title}
      current={query.value}
      onMoved={query.retry}
      onClose={onClose}
      onDone={onDone}
    />
  ) : (
    <Dialog isOpen onOpenChange={open => !open && onClose()}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <QueryView
          query={query}
          what={t('extend.loading')}
          permission="eks-fleet.request.create"
          skeleton={<Skeleton height={160} />}
        >
          {() => null}
        </QueryView>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
