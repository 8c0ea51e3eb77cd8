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

import { useApi } from '@backstage/core-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import type { Waiver } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useEntityName } from '../../hooks/useEntityName';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { useWaiverAction } from './useWaiverAction';
import styles from './WaiveDialog.module.css';

/** Asks once before a waiver ends early. */
export function EndWaiverDialog(props: {
  waiver: Waiver;
  /** Of the finding. */
  message: string;
  onClose: () => void;
  onEnded: () => void;
}) {
  const { waiver, message, onClose, onEnded } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const { namespace, name } = useEntityName();
  const { pending, error, run } = useWaiverAction(() => {
    onClose();
    onEnded();
  });
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()}>
      <DialogHeader>{t('clusterReadiness.endTitle')}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          <Text as="p">{t('clusterReadiness.endDetail', { message })}</Text>
          {error && (
            <Alert
              status="danger"
              icon
              role="alert"
              title={t('sources.failed', { message: errorMessage(error) })}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          destructive
          isPending={pending}
          onPress={() =>
            run(
              () => api.endWaiver(namespace, name, waiver.id),
              t('clusterReadiness.endDone'),
            )
          }
        >
          {t('clusterReadiness.endWaiver')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
