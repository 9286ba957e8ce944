import { createRoot } from 'react-dom/client';
import { HostPage } from './HostPage.tsx';

const place = document.getElementById('root');
if (place) createRoot(place).render(<HostPage />);
