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

import type { DriftAdoption } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { ChangeDialog } from './ChangeDialog';
import { LeftFields } from './LeftFields';

/** Asks for the change that makes Git say what EKS has. */
export function AdoptDialog(props: {
  adoption: DriftAdoption;
  onClose: () => void;
  onDone: () => void;
}) {
  const { adoption, onClose, onDone } = props;
  const { base, fields, left, owner, spec, thing } = adoption;
  const t = useTranslation();
  return (
    <ChangeDialog
      title={t('drift.adoptTitle')}
      detail={
        fields.length > 0
          ? t('drift.adoptDetail', { count: fields.length })
          : t('drift.adoptNothing')
      }
      ask={
        fields.length > 0
          ? {
              kind: 'cluster',
              operation: 'change',
              owner,
              thing,
              spec,
              base,
            }
          : undefined
      }
      onClose={onClose}
      onDone={onDone}
    >
      <LeftFields
        left={left.map(({ field, reason }) => ({
          field,
          reason: t(`driftLeft.${reason}`),
        }))}
      />
    </ChangeDialog>
  );
}
