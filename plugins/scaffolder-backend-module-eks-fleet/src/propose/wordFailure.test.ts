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

import {
  EditRefusal,
  GitFailure,
  ProposalRefusal,
  type GitFailureReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { wordFailure } from './wordFailure';

describe('wordFailure', () => {
  it.each<[GitFailureReason, string, string]>([
    ['unauthenticated', 'ServiceUnavailableError', 'credentials for the host'],
    ['forbidden', 'NotAllowedError', 'need the right to read fleet, to push'],
    ['throttled', 'ServiceUnavailableError', 'wait, and run the task again'],
    ['unreachable', 'ServiceUnavailableError', 'once the host answers, run'],
    ['timeout', 'ServiceUnavailableError', 'once the host answers, run'],
    ['notFound', 'NotFoundError', 'whether fleet has moved'],
    ['conflict', 'ConflictError', 'fleet is still empty'],
    ['moved', 'ConflictError', 'run the task again'],
    ['notReady', 'ServiceUnavailableError', 'in a minute, run the task again'],
    ['writesOff', 'NotAllowedError', 'set eksFleet.writes to on'],
    ['invalid', 'InputError', 'eksFleet.fleetRepositories[].url of fleet'],
  ])('says what mends %s', (reason, name, mend) => {
    const failure = new GitFailure(reason, 'The host said so');
    const worded = String(wordFailure(failure, 'fleet'));
    expect(worded.startsWith(`${name}: The host said so: `)).toBe(true);
    expect(worded).toContain(mend);
  });

  it('says when the host may be asked again', () => {
    const failure = new GitFailure('throttled', 'Slowly', {
      retryAfterSeconds: 60,
    });
    expect(String(wordFailure(failure, 'fleet'))).toContain(
      '(not before 60 s)',
    );
  });

  it('keeps the words of a refusal, and says what mends one of an edit', () => {
    const words = (error: Error) => String(wordFailure(error, 'fleet'));

    expect(words(new ProposalRefusal('closed', 'It was closed'))).toBe(
      'ConflictError: It was closed (fleet)',
    );
    expect(
      words(new EditRefusal('changedBase', 'a is there already')),
    ).toContain('replaceExisting');
    expect(words(new EditRefusal('changedBase', 'a: /b is 2 now'))).toContain(
      'fill in the form anew',
    );
  });

  it('leaves other errors as they are', () => {
    const error = new Error('cancelled');
    expect(wordFailure(error, 'fleet')).toBe(error);
  });
});
