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

import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Skeleton,
  Text,
} from '@backstage/ui';
import type {
  ExceptionAsk,
  ExceptionPreview,
  ExceptionProblem,
  ExceptionRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import {
  askOf,
  dayAfter,
  otherProblems,
  USUAL_DAYS,
  type AskDraft,
  type AskSubject,
} from '../../lib/exceptionAsk';
import { policyTitle, resourceText } from '../../lib/policyText';
import { QueryView } from '../QueryView';
import { AskForm } from './AskForm';
import { AskPreview } from './AskPreview';
import styles from './AskException.module.css';

const EMPTY: Omit<AskDraft, 'scope' | 'day'> = {
  clusters: 'cluster',
  namespace: '',
  reason: '',
  ticket: '',
};
/** Not told of before somebody could fill them in. */
const FILLED_IN_LATER: ExceptionProblem['field'][] = [
  'namespace',
  'reason',
  'ticket',
  'expiresAt',
];

/** Asks for an exception: what is asked for, what that would be, and then for it. */
export function AskExceptionDialog(props: {
  subject: AskSubject;
  onClose: () => void;
  onAsked: (request: ExceptionRequest) => void;
}) {
  const { onClose, onAsked } = props;
  // What was opened stays, whatever is read meanwhile.
  const [subject] = useState(props.subject);
  const { cluster, finding, policy } = subject;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const links = usePortalLinks();
  const action = useRolloutAction();
  const [openedAt] = useState(() => new Date());
  const [draft, setDraft] = useState<Omit<AskDraft, 'day'> & { day?: string }>({
    ...EMPTY,
    scope: firstScope(subject),
  });
  const [found, setFound] = useState<ExceptionProblem[]>();
  const [shown, setShown] = useState<{
    ask: ExceptionAsk;
    preview: ExceptionPreview;
  }>();
  // What may be asked for here at all, and until when.
  const rules = useFleetQuery(
    useCallback(
      () =>
        api.previewException(
          askOf(subject, { ...EMPTY, scope: firstScope(subject), day: '' }),
        ),
      [api, subject],
    ),
  );
  const maxDays = rules.value?.maxDays;
  const filled: AskDraft = {
    ...draft,
    day:
      draft.day ??
      dayAfter(openedAt, Math.min(USUAL_DAYS, maxDays ?? USUAL_DAYS)),
  };
  const problems =
    found ??
    (rules.value?.problems ?? []).filter(
      ({ field }) => !FILLED_IN_LATER.includes(field),
    );

  const look = async () => {
    const ask = askOf(subject, filled);
    const preview = await action.run(() => api.previewException(ask));
    if (preview) {
      setFound(preview.problems);
      setShown(preview.problems.length === 0 ? { ask, preview } : undefined);
    }
  };
  const send = async (ask: ExceptionAsk) => {
    const request = await action.run(
      () => api.requestException(ask),
      ({ id }) => ({
        message: t('askException.done'),
        link: {
          label: t('askException.open'),
          href: links.exceptionRequests({ request: id }),
        },
      }),
    );
    if (request) {
      onAsked(request);
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(46rem, 94vw)"
    >
      <DialogHeader>{t('askException.title')}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          <Text as="p" weight="bold">
            {finding
              ? t('askException.about', {
                  policy: policyTitle(policy),
                  resource: resourceText(finding.resource),
                  cluster: cluster.name,
                })
              : t('askException.aboutPolicy', {
                  policy: policyTitle(policy),
                  cluster: cluster.name,
                })}
          </Text>
          <QueryView
            query={rules}
            what={t('askException.what')}
            permission="eks-fleet.exception.request"
            skeleton={<Skeleton height={320} />}
          >
            {({ ticketRequired }) =>
              shown ? (
                <AskPreview preview={shown.preview} day={filled.day} />
              ) : (
                <>
                  <OtherProblems problems={problems} />
                  <AskForm
                    subject={subject}
                    draft={filled}
                    problems={problems}
                    now={openedAt}
                    maxDays={maxDays}
                    ticketRequired={ticketRequired}
                    onChange={(change, field) => {
                      setDraft(before => ({ ...before, ...change }));
                      setFound(problems.filter(each => each.field !== field));
                    }}
                  />
                </>
              )
            }
          </QueryView>
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
              onPress={() => send(shown.ask)}
            >
              {t('askException.confirm')}
            </Button>
            <Button
              variant="secondary"
              onPress={() => {
                setShown(undefined);
                action.forget();
              }}
            >
              {t('askException.back')}
            </Button>
          </>
        ) : (
          <Button
            variant="primary"
            isDisabled={!rules.value}
            isPending={action.pending}
            onPress={look}
          >
            {t('askException.preview')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function firstScope({ finding }: AskSubject): AskDraft['scope'] {
  return finding?.resource.name ? 'resource' : 'namespace';
}

function OtherProblems(props: { problems: ExceptionProblem[] }) {
  const t = useTranslation();
  const messages = otherProblems(props.problems);
  return messages.length > 0 ? (
    <Alert
      status="warning"
      icon
      role="alert"
      title={t('askException.cannot')}
      description={messages.join('; ')}
    />
  ) : null;
}
