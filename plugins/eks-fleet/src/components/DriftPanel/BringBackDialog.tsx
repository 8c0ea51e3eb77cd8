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
import type { DriftReturn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { ChangeDialog } from './ChangeDialog';
import { LeftFields } from './LeftFields';

/** Asks that the provisioner applies once more what Git says already. */
export function BringBackDialog(props: {
  bringBack: DriftReturn;
  /** What applies the file. */
  provisioner: string | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const { bringBack, onClose, onDone, provisioner } = props;
  const { base, left, owner, spec, thing } = bringBack;
  const t = useTranslation();
  // The same for as long as the dialog is open, so that one change is judged.
  const [reconcileAt] = useState(() =>
    new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  );
  return (
    <ChangeDialog
      title={t('drift.bringBackTitle')}
      detail={t('drift.bringBackDetail', {
        provisioner: provisioner ?? t('drift.provisioner'),
      })}
      ask={{
        kind: 'cluster',
        operation: 'change',
        owner,
        thing,
        spec: { ...spec, reconcileAt },
        base,
      }}
      onClose={onClose}
      onDone={onDone}
    >
      <LeftFields
        left={left.map(field => ({ field, reason: t('drift.staysThere') }))}
      />
    </ChangeDialog>
  );
}
