; The Windows installer: puts the program folder into the user's own programs (no administrator is needed),
; makes shortcuts and an uninstaller. The office's data lie elsewhere and are never touched.
; Made by packaging/bundle.py on Windows where makensis is found, or by hand:
;   makensis -DVERSION=0.1.0 -DFOLDER=dist/desk -DRESULT=dist/desk-setup.exe packaging/installer.nsi
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user

!define NAME "投诉前台"
!define RECORD "Software\Microsoft\Windows\CurrentVersion\Uninstall\desk"

!include MUI2.nsh

Name "${NAME}"
OutFile "${RESULT}"
InstallDir "$LOCALAPPDATA\Programs\desk"
InstallDirRegKey HKCU "${RECORD}" "InstallLocation"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME} 安装程序"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\desk.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

Section
  ; A file of the earlier release that this one no longer has must not stay behind; and nothing is
  ; half replaced while the program runs.
  ClearErrors
  IfFileExists "$INSTDIR\desk.exe" 0 fresh
  Delete "$INSTDIR\desk.exe"
  IfErrors 0 stopped
  MessageBox MB_ICONSTOP|MB_OK "${NAME}正在运行。请先退出，再安装。" /SD IDOK
  SetErrorLevel 2
  Abort
stopped:
  RMDir /r "$INSTDIR\_internal"
fresh:
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\desk.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\desk.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${RECORD}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${RECORD}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${RECORD}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${RECORD}" "UninstallString" '"$INSTDIR\uninstall.exe"'
SectionEnd

Section Uninstall
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\desk.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$DESKTOP\${NAME}.lnk"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${RECORD}"
SectionEnd
