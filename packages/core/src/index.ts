// The work: what the hosts may use.
export { type AnyPaper, type PaperFormat, PaperTooHeavy, writePaper } from '@kansenplein/documents';
export {
  createFollower,
  createPostgresSearch,
  createSearch,
  SearchEngineError,
  type Differences,
  type Follower,
  type FollowerState,
  type MeilisearchSettings,
} from '@kansenplein/search';
export {
  backdatePublication,
  backdateWithdrawal,
  createDemoPeople,
  createIssuers,
  createVault,
  demoPassword,
  type DemoPerson,
  demoState,
  endExpiredLogins,
  inviteByOperator,
  type IssuerSettings,
  keepLoginAlive,
  loginOf,
  markDemo,
  resetFactorByOperator,
} from './accounts/index.ts';
export {
  chainEvents,
  settleCounts,
  verifyTrail,
  type Fault,
  type Heads,
  type Report,
} from './audit/index.ts';
export { backdateThread, createLive, type Live } from './communities/index.ts';
export {
  createFileStore,
  type FileStore,
  largestFile,
  openFile,
  removeDeletedBytes,
  storeFile,
  type StoreSettings,
  sweepStore,
  type UploadedFile,
} from './files/index.ts';
export {
  checkIndex,
  countWords,
  followSearch,
  forgetUnseenFollowers,
  indexState,
  mendIndex,
  packCounts,
  rebuildFindable,
  rebuildIndex,
  searchLag,
  sweepWords,
} from './finding/index.ts';
export { readNextImport } from './imports/index.ts';
export { backdateQuestions, tellNext } from './interventions/index.ts';
export { holdDemoSession, settleNextSession, tellNextRegistration } from './knowledge-sessions/index.ts';
export { markMailFailed, markMailSent, Refusal, takeDueMail } from './kernel/index.ts';
export type { ErrorClass } from './kernel/index.ts';
export type { Audience, Context, Declaration, MunicipalFigures, Settings } from './kernel/index.ts';
export { backdateJoining } from './commitments/index.ts';
export { countDigestsWaiting, fanOutNext, mailNextDigests, makeDemoNews } from './notifications/index.ts';
export { dayOf, type Paper, type PaperContent } from './papers/index.ts';
export { labelledPerson, listTombstones } from './personal-data/index.ts';
export { forgetWhatIsOver, retentionPeriods, type RetentionPeriod } from './retention/index.ts';
export { router, type Router } from './router.ts';
export { type Alerting, tellNextSearch } from './saved-searches/index.ts';
