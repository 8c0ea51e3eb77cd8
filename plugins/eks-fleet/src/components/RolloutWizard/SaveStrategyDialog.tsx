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
import { TextField } from '@backstage/ui';
import { parseDocument } from 'yaml';
import { eksFleetRolloutsApiRef } from '../../api';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { ConfirmDialog } from '../ConfirmDialog';

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Saves the strategy under a name, for others to use too. */
export function SaveStrategyDialog(props: {
  yaml: string;
  onClose: () => void;
  onSaved: (yaml: string) => void;
}) {
  const { yaml, onClose, onSaved } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const action = useRolloutAction();
  const [name, setName] = useState(() =>
    String(parseDocument(yaml).get('name') ?? ''),
  );
  const save = async () => {
    // The name is part of the text, comments stay.
    const document = parseDocument(yaml);
    document.set('name', name);
    const saved = await action.run(
      () => api.saveStrategy(name, { yaml: document.toString() }),
      t('wizard.saved', { name }),
    );
    if (saved) {
      onSaved(saved.yaml);
    }
  };
  return (
    <ConfirmDialog
      title={t('wizard.saveAs')}
      detail={t('wizard.saveDetail')}
      confirm={t('wizard.save')}
      disabled={!NAME.test(name)}
      reason="none"
      action={action}
      onConfirm={save}
      onClose={onClose}
    >
      <TextField
        label={t('wizard.strategyName')}
        description={t('wizard.strategyNameHint')}
        value={name}
        onChange={setName}
        maxLength={63}
      />
    </ConfirmDialog>
  );
}
