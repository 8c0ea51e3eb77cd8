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
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
  TextField,
} from '@backstage/ui';
import type { HeldRemoval } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';

/** Says what will be removed, and lets it go once the provider's id is typed. */
export function AcceptRemovalsDialog(props: {
  provider: string;
  removals: HeldRemoval[];
  isOpen: boolean;
  onClose: () => void;
  onAccepted: () => void;
}) {
  const { provider, removals, isOpen, onClose, onAccepted } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const alertApi = useApi(alertApiRef);
  const [typed, setTyped] = useState('');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const count = removals.length;

  const close = () => {
    setTyped('');
    setError(undefined);
    onClose();
  };
  const accept = async () => {
    setPending(true);
    setError(undefined);
    try {
      await api.acceptRemovals(
        provider,
        removals.map(({ arn }) => arn),
      );
      alertApi.post({
        message: t('sources.acceptDone'),
        severity: 'success',
        display: 'transient',
      });
      close();
      onAccepted();
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setPending(false);
    }
  };

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => {
        if (!open) {
          close();
        }
      }}
    >
      <DialogHeader>
        {t('sources.acceptTitle', { count, provider })}
      </DialogHeader>
      <DialogBody>
        <Text as="p">{t('sources.acceptDetail')}</Text>
        <ul>
          {removals.map(({ arn, name }) => (
            <li key={arn} title={arn}>
              {name}
            </li>
          ))}
        </ul>
        <TextField
          label={t('sources.acceptType', { provider })}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
        {error && (
          <Alert
            status="danger"
            icon
            role="alert"
            title={t('sources.failed', { message: errorMessage(error) })}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          destructive
          isDisabled={typed !== provider}
          isPending={pending}
          onPress={accept}
        >
          {t('sources.accept', { count })}
        </Button>
        <Button variant="secondary" onPress={close}>
          {t('action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
