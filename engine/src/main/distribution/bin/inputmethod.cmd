@echo off
rem Starts the batch tool with the libraries beside this script.
setlocal
set "JAVA=java"
if not "%JAVA_HOME%"=="" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" %INPUTMETHOD_OPTS% -Djava.awt.headless=true -cp "%~dp0..\lib\*" dev.inputmethod.batch.InputMethod %*
exit /b %ERRORLEVEL%
