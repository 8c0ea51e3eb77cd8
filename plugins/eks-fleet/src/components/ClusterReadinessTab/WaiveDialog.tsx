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
import {
  Alert,
  Button,
  DatePicker,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type { ReadinessFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useEntityName } from '../../hooks/useEntityName';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { formatDay } from '../../lib/time';
import { waiverEnd } from '../../lib/waiverEnd';
import { useWaiverAction } from './useWaiverAction';
import styles from './WaiveDialog.module.css';

/** Asks why and until when one goes on in spite of a finding. */
export function WaiveDialog(props: {
  finding: ReadinessFinding;
  onClose: () => void;
  onWaived: () => void;
}) {
  const { finding, onClose, onWaived } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const { namespace, name } = useEntityName();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<string>();
  // What is missing is told once somebody tried.
  const [tried, setTried] = useState(false);
  const { pending, error, run } = useWaiverAction(() => {
    onClose();
    onWaived();
  });
  const end = waiverEnd(day, new Date());
  const problems = [
    ...(reason.trim() ? [] : [t('clusterReadiness.waiveReasonMissing')]),
    ...('problem' in end ? [t(`clusterReadiness.${end.problem}`)] : []),
  ];
  const waive = () => {
    setTried(true);
    if (problems.length > 0 || 'problem' in end) {
      return;
    }
    run(
      () =>
        api.createWaiver(namespace, name, {
          findingKey: finding.key,
          reason: reason.trim(),
          until: end.until,
        }),
      t('clusterReadiness.waiveDone', { date: formatDay(end.until) ?? '?' }),
    );
  };
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()}>
      <DialogHeader>{t('clusterReadiness.waiveTitle')}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          <Text as="p" weight="bold">
            {finding.message}
          </Text>
          <Text as="p">{t('clusterReadiness.waiveDetail')}</Text>
          <TextAreaField
            label={t('clusterReadiness.waiveReason')}
            value={reason}
            onChange={setReason}
            maxLength={1000}
            isRequired
          />
          <DatePicker
            label={t('clusterReadiness.waiveUntil')}
            description={t('clusterReadiness.waiveUntilHint')}
            onChange={value => setDay(value?.toString().slice(0, 10))}
            isRequired
          />
          {tried && problems.length > 0 && (
            <Alert
              status="warning"
              icon
              role="alert"
              title={problems.join(' ')}
            />
          )}
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
        <Button variant="primary" isPending={pending} onPress={waive}>
          {t('clusterReadiness.waive')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
