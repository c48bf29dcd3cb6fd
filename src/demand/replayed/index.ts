export {externalIds} from './externalIds.ts';
export {replayFeed} from './feed.ts';
