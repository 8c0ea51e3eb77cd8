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
import { Alert, Button, Text, TextAreaField } from '@backstage/ui';
import type {
  FleetRequest,
  RequestComment,
  RequestDecision,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { errorMessage } from '../../lib/errors';
import { talkOf } from '../../lib/requestTalk';
import { LinkedText } from '../LinkedText';
import { Moment } from '../Moment';
import { Panel } from '../Panel';
import styles from './RequestPage.module.css';

/** What people decided and said, the oldest first, and room to say more. */
export function TalkPanel(props: {
  request: FleetRequest;
  onChanged: () => void;
}) {
  const { request, onChanged } = props;
  const t = useTranslation();
  const talk = talkOf(request);
  return (
    <Panel title={t('request.talk')}>
      {talk.length === 0 ? (
        <Text as="p" color="secondary">
          {t('request.nothingSaid')}
        </Text>
      ) : (
        <ol className={styles.list}>
          {talk.map((entry, index) => (
            <li key={index}>
              {'verdict' in entry ? (
                <Decision decision={entry} specHash={request.specHash} />
              ) : (
                <Comment comment={entry} />
              )}
            </li>
          ))}
        </ol>
      )}
      {request.rights.comment && (
        <WriteComment id={request.id} onChanged={onChanged} />
      )}
    </Panel>
  );
}

function Decision(props: { decision: RequestDecision; specHash: string }) {
  const { at, by, comment, specHash, verdict, voided } = props.decision;
  const t = useTranslation();
  return (
    <>
      <strong>
        {t(`request.decided_${verdict}`, { who: entityTitle(by) })}
      </strong>{' '}
      <span className={styles.about}>
        <Moment time={at} />
        {specHash !== props.specHash && ` · ${t('request.ofOther')}`}
      </span>
      {voided && (
        <span className={styles.voided}>
          {t('request.voided', { message: voided.message })}
        </span>
      )}
      {comment && (
        <p className={styles.said}>
          <LinkedText text={comment} />
        </p>
      )}
    </>
  );
}

function Comment(props: { comment: RequestComment }) {
  const { at, by, text } = props.comment;
  return (
    <>
      <strong>{entityTitle(by)}</strong>{' '}
      <span className={styles.about}>
        <Moment time={at} />
      </span>
      <p className={styles.said}>
        <LinkedText text={text} />
      </p>
    </>
  );
}

function WriteComment(props: { id: string; onChanged: () => void }) {
  const { id, onChanged } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const action = useRolloutAction();
  const [text, setText] = useState('');
  const send = async () => {
    const done = await action.run(
      () => api.commentRequest(id, text.trim()),
      t('request.commented'),
    );
    if (done) {
      setText('');
      onChanged();
    }
  };
  return (
    <div className={styles.write}>
      <TextAreaField
        label={t('request.comment')}
        value={text}
        onChange={setText}
        maxLength={2000}
      />
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
      <Button
        size="small"
        variant="secondary"
        isDisabled={!text.trim()}
        isPending={action.pending}
        onPress={send}
      >
        {t('request.send')}
      </Button>
    </div>
  );
}
