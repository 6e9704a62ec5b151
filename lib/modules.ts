import { appointments } from "./appointments/module"
import { audit } from "./audit/module"
import { calendar } from "./calendar/module"
import { clients } from "./clients/module"
import { groups } from "./groups/module"
import { guests } from "./guests/module"
import { matters } from "./matters/module"
import { meetings } from "./meetings/module"
import { messages } from "./messages/module"
import { notifications } from "./notifications/module"
import { outward } from "./outward/module"
import { people } from "./people/module"
import { files } from "./platform/files/module"
import { register } from "./platform/registry"
import { settings } from "./settings/module"
import { tasks } from "./tasks/module"
import { tickets } from "./tickets/module"

register([
  files,
  settings,
  calendar,
  appointments,
  people,
  outward,
  groups,
  messages,
  tasks,
  audit,
  matters,
  meetings,
  clients,
  tickets,
  guests,
  notifications,
])
