import { databaseSettings } from '../src/database/settings';
import { env } from '../src/env';

export default databaseSettings(env());
