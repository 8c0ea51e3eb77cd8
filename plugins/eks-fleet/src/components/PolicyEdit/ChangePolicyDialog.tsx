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
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type {
  PolicyClusterRef,
  PolicyEditAsk,
  PolicyEditPreview,
  PolicyEditProblem,
  PolicyLayers,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage, isConflict } from '../../lib/errors';
import {
  editAskOf,
  type EditablePolicy,
  type EditDraft,
  type EditTarget,
} from '../../lib/policyEdit';
import { policyTitle } from '../../lib/policyText';
import { ChangeForm } from './ChangeForm';
import { ChangeReview } from './ChangeReview';
import styles from './PolicyEdit.module.css';

/** What the dialog begins with. */
export interface InitialChange {
  path?: string;
  /** In the layer of each of them, instead of one layer. */
  clusters?: PolicyClusterRef[];
  mode?: EditDraft['mode'];
}

/** Switches a policy: what is to be, what that would do, and then the pull request. */
export function ChangePolicyDialog(props: {
  policy: EditablePolicy;
  layers: PolicyLayers;
  initial: InitialChange;
  onClose: () => void;
  onAsked: () => void;
}) {
  const { policy, onAsked, onClose } = props;
  // What was opened stays, whatever is read meanwhile.
  const [layers] = useState(props.layers);
  const [initial] = useState(props.initial);
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const action = useRolloutAction();
  const [target, setTarget] = useState<EditTarget>(
    initial.clusters
      ? { kind: 'clusters', clusters: initial.clusters }
      : { kind: 'layer', path: initial.path ?? '' },
  );
  const [draft, setDraft] = useState<EditDraft>({
    mode: initial.mode ?? 'keep',
    parameters: {},
    reason: '',
    ticket: '',
  });
  const [problems, setProblems] = useState<PolicyEditProblem[]>([]);
  const [shown, setShown] = useState<{
    ask: PolicyEditAsk;
    preview: PolicyEditPreview;
  }>();
  const [hasMoved, setMoved] = useState(false);

  const look = async (ask: PolicyEditAsk) => {
    const preview = await action.run(() => api.previewPolicyEdit(ask));
    if (preview) {
      setProblems(preview.problems);
      setShown(preview.problems.length === 0 ? { ask, preview } : undefined);
    }
  };
  const send = async ({ ask, preview }: NonNullable<typeof shown>) => {
    setMoved(false);
    let moved = false;
    const edit = await action.run(async () => {
      try {
        return await api.editPolicy({
          ...ask,
          contentHash: preview.contentHash,
        });
      } catch (error) {
        moved = isConflict(error);
        throw error;
      }
    }, t('policyEdit.done'));
    if (edit) {
      onAsked();
      return;
    }
    if (moved) {
      const again = await api.previewPolicyEdit(ask).catch(() => undefined);
      // Where it would be the same, something else is in its way.
      if (again && again.contentHash !== preview.contentHash) {
        setMoved(true);
        action.forget();
        setProblems(again.problems);
        setShown(
          again.problems.length === 0 ? { ask, preview: again } : undefined,
        );
      }
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(54rem, 94vw)"
    >
      <DialogHeader>
        {t('policyEdit.title', { policy: policyTitle(policy) })}
      </DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          {hasMoved && (
            <Alert
              status="warning"
              icon
              role="alert"
              title={t('policyEdit.conflict')}
              description={t('policyEdit.conflictDetail')}
            />
          )}
          {shown ? (
            <ChangeReview preview={shown.preview} />
          ) : (
            <ChangeForm
              layers={layers}
              target={target}
              draft={draft}
              problems={problems}
              onTarget={setTarget}
              onChange={(change, field) => {
                setDraft(before => ({ ...before, ...change }));
                setProblems(before =>
                  before.filter(each => !each.field.startsWith(field)),
                );
              }}
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
        {shown ? (
          <>
            <Button
              variant="primary"
              isPending={action.pending}
              onPress={() => send(shown)}
            >
              {t('policyEdit.confirm')}
            </Button>
            <Button
              variant="secondary"
              onPress={() => {
                setShown(undefined);
                setMoved(false);
                action.forget();
              }}
            >
              {t('policyEdit.back')}
            </Button>
          </>
        ) : (
          <Button
            variant="primary"
            isPending={action.pending}
            onPress={() =>
              look(
                editAskOf(
                  layers.policy ?? policy.name,
                  target,
                  draft,
                  layers.parameters,
                ),
              )
            }
          >
            {t('policyEdit.preview')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
