; The app registers latchkey:// itself, because electron-builder does not do it on Windows; leaving takes it away again.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\latchkey"
  ${endIf}
!macroend
