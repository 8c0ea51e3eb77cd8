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
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useTranslation } from '../../hooks/useTranslation';
import type { RolloutAction } from '../../hooks/useRolloutAction';
import { errorMessage } from '../../lib/errors';
import styles from './ConfirmDialog.module.css';

/** Asks once before an act, and says what it will do. */
export function ConfirmDialog(props: {
  title: string;
  /** What will happen to what. */
  detail: ReactNode;
  confirm: string;
  destructive?: boolean;
  /** Words to type before a dangerous act. */
  typed?: string;
  reason: 'optional' | 'needed' | 'none';
  /** Keeps the act from being done, whatever was filled in. */
  disabled?: boolean;
  action: RolloutAction;
  onConfirm: (reason: string) => void;
  onClose: () => void;
  /** Of the dialog, where it shows much. */
  width?: string;
  /** Further questions. */
  children?: ReactNode;
}) {
  const { title, detail, confirm, typed, reason, action, onClose } = props;
  const t = useTranslation();
  const [why, setWhy] = useState('');
  const [words, setWords] = useState('');
  const missing =
    props.disabled ||
    (typed !== undefined && words.trim() !== typed) ||
    (reason === 'needed' && !why.trim());
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width={props.width}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          {typeof detail === 'string' ? <Text as="p">{detail}</Text> : detail}
          {props.children}
          {reason !== 'none' && (
            <TextAreaField
              label={
                reason === 'needed'
                  ? t('rolloutAct.reasonNeeded')
                  : t('rolloutAct.reason')
              }
              value={why}
              onChange={setWhy}
              maxLength={2000}
              isRequired={reason === 'needed'}
            />
          )}
          {typed !== undefined && (
            <TextField
              label={t('rolloutAct.type', { words: typed })}
              value={words}
              onChange={setWords}
              autoComplete="off"
            />
          )}
          {action.error && (
            <Alert
              status="danger"
              icon
              role="alert"
              title={t('fleetStop.failed', {
                message: errorMessage(action.error),
              })}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          destructive={props.destructive}
          isDisabled={missing}
          isPending={action.pending}
          onPress={() => props.onConfirm(why.trim())}
        >
          {confirm}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
