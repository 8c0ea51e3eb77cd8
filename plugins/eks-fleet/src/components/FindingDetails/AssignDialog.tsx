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
import { Button, TextField } from '@backstage/ui';
import type { PolicyFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useSelf } from '../../hooks/useSelf';
import { useTranslation } from '../../hooks/useTranslation';
import { assigneeRef } from '../../lib/assigneeRef';
import { entityTitle } from '../../lib/entityRefs';
import { policyTitle, resourceText } from '../../lib/policyText';
import { Choice } from '../Choice';
import { ConfirmDialog } from '../ConfirmDialog';
import styles from './FindingDetails.module.css';

/** Asks who shall look after a finding. */
export function AssignDialog(props: {
  finding: PolicyFinding;
  onDone: () => void;
  onClose: () => void;
}) {
  const { finding, onDone, onClose } = props;
  const { assignment, fingerprint, owner } = finding;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const self = useSelf();
  const action = useRolloutAction();
  const [who, setWho] = useState(assignment?.assignee ?? '');
  const [note, setNote] = useState(assignment?.note ?? '');
  const ref = assigneeRef(who);
  const suggestions = [
    ...new Set([...(self?.refs ?? []), ...(owner ? [owner] : [])]),
  ];
  const assign = async (assignee: string) => {
    const done = await action.run(
      () =>
        api.assignFinding(fingerprint, {
          assignee,
          note: (assignee && note.trim()) || undefined,
        }),
      assignee
        ? t('assign.done', { who: entityTitle(assignee) })
        : t('assign.removed'),
    );
    if (done) {
      onDone();
    }
  };
  return (
    <ConfirmDialog
      title={t('assign.title')}
      detail={t('assign.detail', {
        policy: policyTitle(finding.policy),
        resource: resourceText(finding.resource),
      })}
      confirm={t('assign.confirm')}
      disabled={!ref}
      reason="none"
      action={action}
      onConfirm={() => ref && assign(ref)}
      onClose={onClose}
    >
      <div
        role="group"
        aria-label={t('assign.choices')}
        className={styles.choices}
      >
        {suggestions.map(suggestion => (
          <Choice
            key={suggestion}
            chosen={ref === suggestion}
            title={suggestion}
            onChoose={() => setWho(suggestion)}
          >
            {suggestion === self?.userRef
              ? t('assign.me')
              : entityTitle(suggestion)}
          </Choice>
        ))}
      </div>
      <TextField
        label={t('assign.who')}
        description={t('assign.whoHint')}
        value={who}
        onChange={setWho}
        maxLength={200}
        autoComplete="off"
      />
      <TextField
        label={t('assign.note')}
        value={note}
        onChange={setNote}
        maxLength={1000}
      />
      {assignment && (
        <div>
          <Button
            size="small"
            variant="tertiary"
            isPending={action.pending}
            onPress={() => assign('')}
          >
            {t('assign.remove')}
          </Button>
        </div>
      )}
    </ConfirmDialog>
  );
}
